// Who should be introduced to whom?
//
// Organisations that share no group with this one but have the most acquaintances in common with
// it. An acquaintance shares a group with both. Groups are clusters, declarations, collaborations
// and direct ties; what is only planned counts too.
//
// parameter organisation: string, required; an id, name or alias
// parameter most: int, default 20; how many at most
//
// column candidate: the id of the organisation to introduce
// column name: its name
// column sector: its sector
// column acquaintances: how many acquaintances both have
// column through: their ids
//
// example: organisation="malow" most="5"

MATCH (o:Organisation)
WHERE o.id = $organisation OR o.name = $organisation OR $organisation IN coalesce(o.aliases, [])
CALL (o) {
  MATCH (o)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->()
        <-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(k:Organisation)
  RETURN k
  UNION
  MATCH (o)-[:MEMBER_OF|COLLABORATES_WITH]-(k:Organisation)
  RETURN k
}
WITH o, k
WHERE k.id <> o.id
WITH DISTINCT o, k.id AS acquaintance
ORDER BY acquaintance
WITH o, collect(acquaintance) AS known
UNWIND known AS between
MATCH (k:Organisation {id: between})
CALL (k) {
  MATCH (k)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->()
        <-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(c:Organisation)
  RETURN c
  UNION
  MATCH (k)-[:MEMBER_OF|COLLABORATES_WITH]-(c:Organisation)
  RETURN c
}
WITH o, known, k, c
WHERE c.id <> o.id AND NOT c.id IN known
WITH DISTINCT o, c, k.id AS between
ORDER BY c.id, between
WITH o, c, collect(between) AS through
RETURN c.id AS candidate, c.name AS name, c.sector AS sector, size(through) AS acquaintances,
       through
ORDER BY acquaintances DESC, candidate
LIMIT $most
