// Who belongs to the same groups as an organisation?
//
// Its fellow members in clusters and other groups, those with the most groups in common first. The
// group itself does not count as a fellow member.
//
// parameter organisation: string, required; an id, name or alias
//
// column organisation: the id of the fellow member
// column name: its name
// column shared: how many groups both belong to
// column groups: the ids of these groups
// column stages: their stages, in the same order; a planned one is not yet a tie
//
// example: organisation="malow"

MATCH (o:Organisation)-[:MEMBER_OF]->(g:Organisation)<-[:MEMBER_OF]-(p:Organisation)
WHERE (o.id = $organisation OR o.name = $organisation
       OR $organisation IN coalesce(o.aliases, []))
  AND p.id <> o.id
WITH DISTINCT p, g.id AS shared_group, coalesce(g.stage, '') AS stage
ORDER BY p.id, shared_group
WITH p, collect(shared_group) AS groups, collect(stage) AS stages
RETURN p.id AS organisation, p.name AS name, size(groups) AS shared, groups,
       stages
ORDER BY shared DESC, organisation
