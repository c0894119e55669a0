// Which organisations do others trust or value most?
//
// For each question of a survey the organisations that others answered about, with the mean of the
// answers and the number of raters. Several answers of one rater count as their mean. With fewer
// raters than the least the mean is left out.
//
// parameter question: string, default ""; an id, or empty for all questions
// parameter least: int, default 3; with how many raters a mean is given
//
// column question: the id of the question
// column asks: what it asks: frequency, trust, value, outcome or yes/no
// column organisation: the id of the organisation
// column name: its name
// column raters: how many answered about it
// column named_by: how many of them gave an answer above 0
// column mean: the mean answer
//
// example: question="" least="3"

MATCH (rater:Organisation)-[r:RATES]->(o:Organisation)
MATCH (q:Question {id: r.questionId})
WHERE $question = '' OR q.id = $question
WITH q, o, rater, toFloat(sum(r.value)) / count(r) AS answer
WITH q, o, count(answer) AS raters, sum(answer) / count(answer) AS mean,
     sum(CASE WHEN answer > 0 THEN 1 ELSE 0 END) AS named_by
RETURN q.id AS question, q.kind AS asks, o.id AS organisation, o.name AS name, raters, named_by,
       CASE WHEN raters >= $least THEN mean END AS mean
ORDER BY question, named_by DESC, raters DESC, organisation
