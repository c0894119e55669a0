// Which signatories of a declaration have never worked together?
//
// Pairs that signed the same declaration but share no collaboration and no direct tie: declared,
// but not realised as far as we know. A project that is only planned counts as shared.
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
//
// example: declaration="deklaracja-suwalki-2014" most="20"

MATCH (a:Organisation)-[:SIGNED]->(d:Declaration)<-[:SIGNED]-(b:Organisation)
WHERE ($declaration = '' OR d.id = $declaration) AND a.id < b.id
  AND NOT EXISTS { (a)-[:PARTICIPATES_IN]->(:Collaboration)<-[:PARTICIPATES_IN]-(b) }
  AND NOT EXISTS { (a)-[:COLLABORATES_WITH]-(b) }
WITH DISTINCT d, a, b
RETURN d.id AS declaration, a.id AS organisation, a.name AS name, b.id AS other,
       b.name AS other_name, d.stage AS stage
ORDER BY declaration, organisation, other
LIMIT $most
