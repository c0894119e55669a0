"""What engines that speak SQL share: pairs in tables, and the metrics that rest on them.

An engine brings its dialect, as a kind of `HeldPairs`. Pairs stay in the engine. In this process
there are only vectors, one number for each organisation, since organisations are few against groups
and memberships. No tie is stored, but for those of organisations that share several groups.
"""
