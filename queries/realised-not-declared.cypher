// Which organisations work together without having declared it?
//
// Pairs that share a collaboration or a direct tie but have not signed a declaration together.
//
// parameter most: int, default 1000; how many pairs at most
//
// column organisation: the id of one
// column name: its name
// column other: the id of the other
// column other_name: its name
// column shared: how many collaborations and ties they share
// column planned: how many of these are only planned
//
// example: most="20"

MATCH (a:Organisation)
CALL (a) {
  MATCH (a)-[:PARTICIPATES_IN]->(c:Collaboration)<-[:PARTICIPATES_IN]-(b:Organisation)
  WHERE a.id < b.id
  RETURN b, c.id AS shared_id, c.stage AS stage
  UNION
  MATCH (a)-[r:COLLABORATES_WITH]-(b:Organisation)
  WHERE a.id < b.id
  RETURN b, r.id AS shared_id, null AS stage
}
WITH DISTINCT a, b, shared_id, stage
WITH a, b, count(shared_id) AS shared,
     sum(CASE WHEN stage = 'planned' THEN 1 ELSE 0 END) AS planned
WHERE NOT EXISTS { (a)-[:SIGNED]->(:Declaration)<-[:SIGNED]-(b) }
RETURN a.id AS organisation, a.name AS name, b.id AS other, b.name AS other_name, shared,
       planned
ORDER BY shared DESC, organisation, other
LIMIT $most
