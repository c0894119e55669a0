// Who should be introduced to whom?
//
// Organisations that share no group with this one but have the most acquaintances in common with
// it. An acquaintance shares a group with both. Groups are clusters, declarations, collaborations
// and direct ties, but not surveys that asked both. What is only planned does not yet tie anybody,
// so acquaintances through it come last, and a candidate may be one whom something planned is to
// tie to the organisation.
//
// parameter organisation: string, required; an id, name or alias
// parameter most: int, default 20; how many at most
//
// column candidate: the id of the organisation to introduce
// column name: its name
// column sector: its sector
// column acquaintances: how many acquaintances both have
// column through: their ids
// column stages: in the same order, "planned" if one of the two ties to them is only planned
// column stage: "planned" if something planned is to tie the two
//
// example: organisation="malow" most="5"

MATCH (o:Organisation)
WHERE o.id = $organisation OR o.name = $organisation OR $organisation IN coalesce(o.aliases, [])
CALL (o) {
  CALL (o) {
    MATCH (o)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->(g)
          <-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(n:Organisation)
    WHERE NOT EXISTS { (g)<-[:ASKED_IN]-() }
    RETURN n, g.stage AS stage
    UNION
    MATCH (o)-[:MEMBER_OF]->(n:Organisation)
    RETURN n, n.stage AS stage
    UNION
    MATCH (o)<-[:MEMBER_OF]-(n:Organisation)
    RETURN n, o.stage AS stage
    UNION
    MATCH (o)-[:COLLABORATES_WITH]-(n:Organisation)
    RETURN n, null AS stage
  }
  RETURN n, min(CASE stage WHEN 'planned' THEN 1 ELSE 0 END) AS planned
}
WITH o, n, planned
WHERE n.id <> o.id
WITH o, n.id AS known, planned
ORDER BY known
WITH o, collect({id: known, planned: planned}) AS knows
WITH o, knows, [each IN knows WHERE each.planned = 0 | each.id] AS tied,
     [each IN knows WHERE each.planned = 1 | each.id] AS toBeTied
UNWIND knows AS each
MATCH (k:Organisation {id: each.id})
CALL (k) {
  CALL (k) {
    MATCH (k)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->(g)
          <-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(c:Organisation)
    WHERE NOT EXISTS { (g)<-[:ASKED_IN]-() }
    RETURN c, g.stage AS stage
    UNION
    MATCH (k)-[:MEMBER_OF]->(c:Organisation)
    RETURN c, c.stage AS stage
    UNION
    MATCH (k)<-[:MEMBER_OF]-(c:Organisation)
    RETURN c, k.stage AS stage
    UNION
    MATCH (k)-[:COLLABORATES_WITH]-(c:Organisation)
    RETURN c, null AS stage
  }
  RETURN c, min(CASE stage WHEN 'planned' THEN 1 ELSE 0 END) AS only
}
WITH o, tied, toBeTied, each, c, only
WHERE c.id <> o.id AND c.id <> each.id AND NOT c.id IN tied
WITH c, CASE WHEN c.id IN toBeTied THEN 'planned' END AS stage, each.id AS between,
     CASE WHEN each.planned + only > 0 THEN 'planned' ELSE '' END AS step
ORDER BY c.id, between
WITH c, stage, collect(between) AS through, collect(step) AS stages
RETURN c.id AS candidate, c.name AS name, c.sector AS sector, size(through) AS acquaintances,
       through, stages, stage
ORDER BY size([each IN stages WHERE each = '']) DESC, acquaintances DESC, candidate
LIMIT $most
