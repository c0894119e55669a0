// Which signatories of a declaration do not name each other in a survey?
//
// Pairs that signed the same declaration, that the survey asked or named, and of which at least one
// answered the question, but neither gave an answer of at least the lowest that counts.
//
// parameter question: string, default ""; an id, or empty for all questions
// parameter least: float, default 1; the lowest answer that counts
// parameter most: int, default 1000; how many pairs at most
//
// column declaration: the id of the declaration
// column organisation: the id of one signatory
// column name: its name
// column other: the id of the other
// column other_name: its name
// column stage: the stage of the declaration
//
// example: question="" most="20"

MATCH (a:Organisation)-[:SIGNED]->(d:Declaration)<-[:SIGNED]-(b:Organisation)
WHERE a.id < b.id
WITH DISTINCT d, a, b
WHERE (EXISTS { MATCH (a)-[r:RATES]->(:Organisation)
                WHERE $question = '' OR r.questionId = $question }
    OR EXISTS { MATCH (b)-[r:RATES]->(:Organisation)
                WHERE $question = '' OR r.questionId = $question })
  AND (EXISTS { MATCH (a)-[r:RATES]-(:Organisation)
                WHERE $question = '' OR r.questionId = $question }
    OR EXISTS { MATCH (a)-[:PARTICIPATES_IN]->(:Collaboration)<-[:ASKED_IN]-(q:Question)
                WHERE $question = '' OR q.id = $question })
  AND (EXISTS { MATCH (b)-[r:RATES]-(:Organisation)
                WHERE $question = '' OR r.questionId = $question }
    OR EXISTS { MATCH (b)-[:PARTICIPATES_IN]->(:Collaboration)<-[:ASKED_IN]-(q:Question)
                WHERE $question = '' OR q.id = $question })
  AND NOT EXISTS { MATCH (a)-[r:RATES]-(b)
                   WHERE ($question = '' OR r.questionId = $question) AND r.value >= $least }
RETURN d.id AS declaration, a.id AS organisation, a.name AS name, b.id AS other,
       b.name AS other_name, d.stage AS stage
ORDER BY declaration, organisation, other
LIMIT $most
