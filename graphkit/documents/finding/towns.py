"""Towns: what a capital names behind a word such as "in"."""

from __future__ import annotations

from graphkit.documents.finding.reading_sentences import Scene, Sentence


def town_at(scene: Scene, sentence: Sentence, at: int) -> str:
    """The town that a token names after a word such as "in", or ""."""
    tokens = sentence.passage.tokens
    if at == 0 or not tokens[at].is_capital:
        return ""
    if tokens[at - 1].text.casefold() not in scene.words_of("words.in_place"):
        return ""
    if scene.spoken.data.get("morphology"):
        if any(each.first <= at < each.last for each in sentence.spots):
            named = next(each for each in sentence.spots if each.first <= at < each.last)
            if at + 1 != named.last:
                return ""
        after = tokens[at + 1] if at + 1 < sentence.last else None
        if after is not None and after.is_capital:
            pair = [tokens[at].text, after.text]
            if scene.words.is_adjective_of(*pair) and "place" in scene.words.labels(after.text):
                return " ".join(scene.words.nominative(pair, 1, place=True))
        if "place" not in scene.words.labels(tokens[at].text):
            return ""
        return scene.words.as_noun(tokens[at].text)
    if any(each.first <= at < each.last for each in sentence.spots):
        return ""
    if tokens[at].text in scene.spoken.table("months"):
        return ""
    end = at + 1
    while end < sentence.last and tokens[end].is_capital:
        end += 1
    return sentence.passage.text[tokens[at].start : tokens[end - 1].end]
