// Which signatories of a declaration have never worked together?
//
// Pairs that signed the same declaration but share no collaboration and no direct tie: declared,
// but not realised as far as we know. A collaboration that is only planned is not yet one, and a
// survey that asked both does not count.
//
// parameter declaration: string, default ""; an id, or empty for all declarations
// parameter most: int, default 1000; how many pairs at most
//
// column declaration: the id of the declaration
// column organisation: the id of one signatory
// column name: its name
// column other: the id of the other
// column other_name: its name
// column stage: the stage of the declaration
// column planned: how many planned collaborations both are to take part in
//
// example: declaration="deklaracja-suwalki-2014" most="20"

MATCH (a:Organisation)-[:SIGNED]->(d:Declaration)<-[:SIGNED]-(b:Organisation)
WHERE ($declaration = '' OR d.id = $declaration) AND a.id < b.id
  AND NOT EXISTS { (a)-[:COLLABORATES_WITH]-(b) }
WITH DISTINCT d, a, b
OPTIONAL MATCH (a)-[:PARTICIPATES_IN]->(c:Collaboration)<-[:PARTICIPATES_IN]-(b)
WHERE NOT EXISTS { (c)<-[:ASKED_IN]-() }
WITH d, a, b, count(DISTINCT c.id) AS shared,
     count(DISTINCT CASE c.stage WHEN 'planned' THEN c.id END) AS planned
WHERE shared = planned
RETURN d.id AS declaration, a.id AS organisation, a.name AS name, b.id AS other,
       b.name AS other_name, d.stage AS stage, planned
ORDER BY declaration, organisation, other
LIMIT $most
