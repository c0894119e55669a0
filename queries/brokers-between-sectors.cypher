// Who stands between two sectors?
//
// Organisations tied to a member of each sector when these two are not tied to each other: the
// pairs they could bring together. Organisations are tied by a shared cluster, declaration or
// collaboration, by membership, or directly; what is only planned counts too.
//
// parameter one: string, default "business"; a sector
// parameter other: string, default "research"; a sector
//
// column organisation: the id of the broker
// column name: its name
// column sector: its sector
// column pairs: how many pairs of the two sectors it stands between
//
// example: one="business" other="research"

MATCH (a:Organisation)
WHERE a.sector = $one
CALL (a) {
  MATCH (a)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->()
        <-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(n:Organisation)
  RETURN n
  UNION
  MATCH (a)-[:MEMBER_OF|COLLABORATES_WITH]-(n:Organisation)
  RETURN n
}
WITH DISTINCT a, n
WHERE n.id <> a.id
WITH a, n
ORDER BY a.id, n.id
WITH a, collect(n) AS known
WITH a, known, [n IN known WHERE n.sector = $other | n.id] AS tied
UNWIND known AS b
WITH b, a.id AS one, tied
ORDER BY b.id, one
WITH b, collect({one: one, tied: tied}) AS ones
CALL (b) {
  MATCH (b)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->()
        <-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(c:Organisation)
  RETURN c
  UNION
  MATCH (b)-[:MEMBER_OF|COLLABORATES_WITH]-(c:Organisation)
  RETURN c
}
WITH DISTINCT b, ones, c
WHERE c.sector = $other AND c.id <> b.id
WITH b, c, size([each IN ones WHERE each.one <> c.id AND NOT c.id IN each.tied]) AS met
WITH b, sum(met) AS pairs
WHERE pairs > 0
RETURN b.id AS organisation, b.name AS name, b.sector AS sector,
       CASE WHEN $one = $other THEN pairs / 2 ELSE pairs END AS pairs
ORDER BY pairs DESC, organisation
