// How many members do two clusters share?
//
// For each pair of clusters with a member in common: how many members they share, and what share of
// all members of the two that is (Jaccard index). Groups of any kind with members count.
//
// column cluster: the id of one cluster
// column other: the id of the other
// column members: how many members the first has
// column other_members: how many the other has
// column shared: how many belong to both
// column overlap: shared members as a share of all members of the two
// column stage: the stage of the one
// column other_stage: the stage of the other
//
// example:

MATCH (a:Organisation)<-[:MEMBER_OF]-(o:Organisation)-[:MEMBER_OF]->(b:Organisation)
WHERE a.id < b.id
WITH a, b, count(DISTINCT o.id) AS shared
CALL (a) {
  MATCH (a)<-[:MEMBER_OF]-(m:Organisation)
  RETURN count(DISTINCT m.id) AS members
}
CALL (b) {
  MATCH (b)<-[:MEMBER_OF]-(m:Organisation)
  RETURN count(DISTINCT m.id) AS other_members
}
RETURN a.id AS cluster, b.id AS other, members, other_members, shared,
       toFloat(shared) / (members + other_members - shared) AS overlap,
       a.stage AS stage, b.stage AS other_stage
ORDER BY shared DESC, cluster, other
