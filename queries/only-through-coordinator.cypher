// Which organisations are connected only through one cluster?
//
// Members of no other group that have signed nothing, take part in nothing and have no direct tie.
// Only the cluster, and its coordinator, connects them to the rest. What is only planned counts as
// well.
//
// parameter cluster: string, default ""; an id, name or alias, or empty for all
//
// column cluster: the id of the cluster
// column organisation: the id of the member
// column name: its name
// column coordinators: the ids of the cluster's coordinators
//
// example: cluster="kom"

MATCH (o:Organisation)-[m:MEMBER_OF]->(c:Organisation)
WHERE ($cluster = '' OR c.id = $cluster OR c.name = $cluster
       OR $cluster IN coalesce(c.aliases, []))
  AND coalesce(m.role, 'member') <> 'coordinator'
  AND NOT EXISTS { (o)-[:SIGNED|PARTICIPATES_IN]->() }
  AND NOT EXISTS { (o)-[:COLLABORATES_WITH]-() }
  AND NOT EXISTS { (o)<-[:MEMBER_OF]-() }
  AND NOT EXISTS { MATCH (o)-[:MEMBER_OF]->(d) WHERE d.id <> c.id }
WITH DISTINCT o, c
OPTIONAL MATCH (k:Organisation)-[r:MEMBER_OF]->(c)
WHERE r.role = 'coordinator'
WITH DISTINCT o, c, k.id AS coordinator
ORDER BY c.id, o.id, coordinator
WITH o, c, collect(coordinator) AS coordinators
RETURN c.id AS cluster, o.id AS organisation, o.name AS name, coordinators
ORDER BY cluster, organisation
