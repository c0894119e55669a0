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
//
// example: most="20"

MATCH (a:Organisation)
CALL (a) {
  MATCH (a)-[:PARTICIPATES_IN]->(c:Collaboration)<-[:PARTICIPATES_IN]-(b:Organisation)
  WHERE a.id < b.id
  RETURN b, c.id AS shared_id
  UNION
  MATCH (a)-[r:COLLABORATES_WITH]-(b:Organisation)
  WHERE a.id < b.id
  RETURN b, r.id AS shared_id
}
WITH a, b, count(DISTINCT shared_id) AS shared
WHERE NOT EXISTS { (a)-[:SIGNED]->(:Declaration)<-[:SIGNED]-(b) }
RETURN a.id AS organisation, a.name AS name, b.id AS other, b.name AS other_name, shared
ORDER BY shared DESC, organisation, other
LIMIT $most
