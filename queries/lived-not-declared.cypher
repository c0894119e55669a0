// Which organisations does a survey tie, and no document?
//
// Pairs of which at least one gave an answer of at least the lowest that counts, and that share no
// group, declaration, collaboration or direct tie. What is only planned ties nobody yet, and a
// survey that asked both does not count.
//
// parameter question: string, default ""; an id, or empty for all questions
// parameter least: float, default 1; the lowest answer that counts
// parameter most: int, default 1000; how many pairs at most
//
// column question: the id of the question
// column organisation: the id of one organisation
// column name: its name
// column says: its highest answer about the other, if any
// column other: the id of the other
// column other_name: its name
// column other_says: the highest answer of the other, if any
// column planned: how many groups, declarations and collaborations both are in, all of them planned
//
// example: question="" most="20"

MATCH (x:Organisation)-[r:RATES]->(y:Organisation)
WHERE x.id <> y.id AND ($question = '' OR r.questionId = $question)
WITH r.questionId AS question, CASE WHEN x.id < y.id THEN x ELSE y END AS a,
     CASE WHEN x.id < y.id THEN y ELSE x END AS b,
     CASE WHEN x.id < y.id THEN r.value END AS forth,
     CASE WHEN x.id < y.id THEN null ELSE r.value END AS back, r.value AS value
WITH question, a, b, max(forth) AS says, max(back) AS other_says, max(value) AS highest
WHERE highest >= $least
  AND NOT EXISTS { (a)-[:COLLABORATES_WITH]-(b) }
  AND NOT EXISTS { MATCH (a)-[:MEMBER_OF]->(b) WHERE coalesce(b.stage, '') <> 'planned' }
  AND NOT EXISTS { MATCH (b)-[:MEMBER_OF]->(a) WHERE coalesce(a.stage, '') <> 'planned' }
OPTIONAL MATCH (a)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->(g)
               <-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(b)
WHERE NOT EXISTS { (g)<-[:ASKED_IN]-() }
WITH question, a, b, says, other_says, count(DISTINCT g) AS shared,
     count(DISTINCT CASE g.stage WHEN 'planned' THEN g END) AS planned
WHERE shared = planned
RETURN question, a.id AS organisation, a.name AS name, says, b.id AS other,
       b.name AS other_name, other_says, planned
ORDER BY question, organisation, other
LIMIT $most
