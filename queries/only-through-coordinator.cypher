// Which organisations are connected only through one cluster?
//
// Members of no other group that have signed nothing, take part in nothing and have no direct tie.
// Only the cluster, and its coordinator, connects them to the rest. What is only planned does not
// connect them yet, and a survey that asked them does not either.
//
// parameter cluster: string, default ""; an id, name or alias, or empty for all
//
// column cluster: the id of the cluster
// column organisation: the id of the member
// column name: its name
// column coordinators: the ids of the cluster's coordinators
// column stage: the stage of the cluster
// column planned: how many planned groups the member is to belong to besides
//
// example: cluster="kom"

MATCH (o:Organisation)-[m:MEMBER_OF]->(c:Organisation)
WHERE ($cluster = '' OR c.id = $cluster OR c.name = $cluster
       OR $cluster IN coalesce(c.aliases, []))
  AND coalesce(m.role, 'member') <> 'coordinator'
  AND NOT EXISTS { (o)-[:COLLABORATES_WITH]-() }
  AND NOT EXISTS {
    MATCH (o)<-[:MEMBER_OF]-(:Organisation) WHERE coalesce(o.stage, '') <> 'planned'
  }
  AND NOT EXISTS {
    MATCH (o)-[:MEMBER_OF]->(d:Organisation)
    WHERE d.id <> c.id AND coalesce(d.stage, '') <> 'planned'
  }
  AND NOT EXISTS {
    MATCH (o)-[:SIGNED|PARTICIPATES_IN]->(d)
    WHERE coalesce(d.stage, '') <> 'planned' AND NOT EXISTS { (d)<-[:ASKED_IN]-() }
  }
WITH DISTINCT o, c
OPTIONAL MATCH (k:Organisation)-[r:MEMBER_OF]->(c)
WHERE r.role = 'coordinator'
WITH DISTINCT o, c, k.id AS coordinator
ORDER BY c.id, o.id, coordinator
WITH o, c, collect(coordinator) AS coordinators
RETURN c.id AS cluster, o.id AS organisation, o.name AS name, coordinators, c.stage AS stage,
       COUNT {
         MATCH (o)-[:MEMBER_OF]->(d:Organisation) WHERE d.id <> c.id RETURN DISTINCT d
       } + COUNT {
         MATCH (o)-[:SIGNED|PARTICIPATES_IN]->(d)
         WHERE NOT EXISTS { (d)<-[:ASKED_IN]-() }
         RETURN DISTINCT d
       } AS planned
ORDER BY cluster, organisation
