// Who names a partner that does not name it in return?
//
// Answers above 0 to a question about an organisation that answered in the same survey, but not
// about the first, or with 0.
//
// parameter question: string, default ""; an id, or empty for all questions
// parameter most: int, default 1000; how many answers at most
//
// column question: the id of the question
// column organisation: the id of the organisation that names the other
// column name: its name
// column value: its answer
// column other: the id of the other
// column other_name: its name
// column returned: what the other answered about it, if anything
//
// example: question="" most="20"

MATCH (a:Organisation)-[r:RATES]->(b:Organisation)
WHERE r.value > 0 AND ($question = '' OR r.questionId = $question)
  AND EXISTS { MATCH (b)-[s:RATES]->(:Organisation)
               WHERE coalesce(s.surveyId, '') = coalesce(r.surveyId, '') }
OPTIONAL MATCH (b)-[back:RATES]->(a)
WHERE back.questionId = r.questionId AND coalesce(back.surveyId, '') = coalesce(r.surveyId, '')
WITH r.questionId AS question, a, b, max(r.value) AS value, max(back.value) AS returned
WHERE coalesce(returned, 0) <= 0
RETURN question, a.id AS organisation, a.name AS name, value, b.id AS other,
       b.name AS other_name, returned
ORDER BY question, organisation, other
LIMIT $most
