// Which clusters are there in a place?
//
// Clusters and cluster initiatives located in a town, district, region or country, or in a place
// inside it.
//
// parameter place: string, required; an id or a name
//
// column cluster: the id of the cluster
// column name: its name
// column stage: its stage of development
// column located_in: the id of the place that its sources name
// column place_name: the name of that place
// column members: how many known members it has
//
// example: place="polska"

MATCH (c:Organisation)-[:LOCATED_IN]->(q:Place)-[:PART_OF*0..]->(p:Place)
WHERE (p.id = $place OR p.name = $place) AND (c:Cluster OR c:ClusterInitiative)
WITH DISTINCT c, q
RETURN c.id AS cluster, c.name AS name, c.stage AS stage,
       q.id AS located_in, q.name AS place_name,
       COUNT { MATCH (m:Organisation)-[:MEMBER_OF]->(c) RETURN DISTINCT m } AS members
ORDER BY cluster, located_in
