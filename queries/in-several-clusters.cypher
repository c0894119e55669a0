// Which organisations belong to two or more clusters?
//
// Members of several clusters or cluster initiatives, who can carry news from one to another.
//
// parameter least: int, default 2; the smallest number of clusters
//
// column organisation: the id of the member
// column name: its name
// column clusters: how many it belongs to
// column cluster_ids: the ids of these clusters
// column stages: their stages, in the same order; membership of a planned one is not yet a tie
//
// example: least="1"

MATCH (o:Organisation)-[:MEMBER_OF]->(c:Organisation)
WHERE c:Cluster OR c:ClusterInitiative
WITH DISTINCT o, c.id AS cluster, coalesce(c.stage, '') AS stage
ORDER BY o.id, cluster
WITH o, collect(cluster) AS cluster_ids, collect(stage) AS stages
WHERE size(cluster_ids) >= $least
RETURN o.id AS organisation, o.name AS name, size(cluster_ids) AS clusters, cluster_ids,
       stages
ORDER BY clusters DESC, organisation
