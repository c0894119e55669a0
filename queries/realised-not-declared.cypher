// Which organisations work together without having declared it?
//
// Pairs that share a collaboration or a direct tie but have not signed a declaration together. What
// is only planned comes last, and a declaration that is only planned declares nothing yet. A survey
// that asked both does not count.
//
// parameter most: int, default 1000; how many pairs at most
//
// column organisation: the id of one
// column name: its name
// column other: the id of the other
// column other_name: its name
// column shared: how many collaborations and ties they share
// column planned: how many of these are only planned
// column to_be_declared: how many planned declarations name both as signatories
//
// example: most="20"

MATCH (a:Organisation)
CALL (a) {
  MATCH (a)-[:PARTICIPATES_IN]->(c:Collaboration)<-[:PARTICIPATES_IN]-(b:Organisation)
  WHERE a.id < b.id AND NOT EXISTS { (c)<-[:ASKED_IN]-() }
  RETURN b, c.id AS shared_id, c.stage AS stage
  UNION
  MATCH (a)-[r:COLLABORATES_WITH]-(b:Organisation)
  WHERE a.id < b.id
  RETURN b, r.id AS shared_id, null AS stage
}
WITH DISTINCT a, b, shared_id, stage
WITH a, b, count(shared_id) AS shared,
     sum(CASE WHEN stage = 'planned' THEN 1 ELSE 0 END) AS planned
OPTIONAL MATCH (a)-[:SIGNED]->(d:Declaration)<-[:SIGNED]-(b)
WITH a, b, shared, planned, count(DISTINCT d.id) AS declared,
     count(DISTINCT CASE d.stage WHEN 'planned' THEN d.id END) AS to_be_declared
WHERE declared = to_be_declared
RETURN a.id AS organisation, a.name AS name, b.id AS other, b.name AS other_name, shared,
       planned, to_be_declared
ORDER BY shared - planned DESC, shared DESC, organisation, other
LIMIT $most
