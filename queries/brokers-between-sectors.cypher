// Who stands between two sectors?
//
// Organisations tied to one of one sector and to one of the other, while these two are not tied:
// the pairs that they could bring together. A tie is a shared cluster, declaration or
// collaboration, being a member, or a direct tie.
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

MATCH (b:Organisation)
CALL (b) {
  MATCH (b)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->()
        <-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(a:Organisation)
  RETURN a
  UNION
  MATCH (b)-[:MEMBER_OF|COLLABORATES_WITH]-(a:Organisation)
  RETURN a
}
WITH b, a
WHERE a.sector = $one AND a.id <> b.id
CALL (b) {
  MATCH (b)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->()
        <-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(c:Organisation)
  RETURN c
  UNION
  MATCH (b)-[:MEMBER_OF|COLLABORATES_WITH]-(c:Organisation)
  RETURN c
}
WITH b, a, c
WHERE c.sector = $other AND c.id <> b.id AND c.id <> a.id
  AND NOT EXISTS {
    (a)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->()<-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(c)
  }
  AND NOT EXISTS { (a)-[:MEMBER_OF|COLLABORATES_WITH]-(c) }
WITH DISTINCT b, CASE WHEN a.id < c.id THEN a.id ELSE c.id END AS first,
     CASE WHEN a.id < c.id THEN c.id ELSE a.id END AS second
RETURN b.id AS organisation, b.name AS name, b.sector AS sector, count(*) AS pairs
ORDER BY pairs DESC, organisation
