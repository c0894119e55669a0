"""What a text seems to state: names, dates, figures, and what ties organisations.

Every find has the words that it rests on, where they stand, how sure the rule is, and its name.
"""
