// Who stands between two sectors?
//
// Organisations tied to a member of each sector when these two are not tied to each other: the
// pairs they could bring together. Organisations are tied by a shared cluster, declaration or
// collaboration, by membership, or directly, but not by being asked in the same survey. What is
// only planned does not yet tie two organisations to each other; pairs that the broker itself is
// only to be tied to are counted.
//
// parameter one: string, default "business"; a sector
// parameter other: string, default "research"; a sector
//
// column organisation: the id of the broker
// column name: its name
// column sector: its sector
// column pairs: how many pairs of the two sectors it stands between
// column planned: for how many of these one of its own two ties is only planned
//
// example: one="business" other="research"

MATCH (a:Organisation)
WHERE a.sector = $one
CALL (a) {
  CALL (a) {
    MATCH (a)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->(g)
          <-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(n:Organisation)
    WHERE NOT EXISTS { (g)<-[:ASKED_IN]-() }
    RETURN n, g.stage AS stage
    UNION
    MATCH (a)-[:MEMBER_OF]->(n:Organisation)
    RETURN n, n.stage AS stage
    UNION
    MATCH (a)<-[:MEMBER_OF]-(n:Organisation)
    RETURN n, a.stage AS stage
    UNION
    MATCH (a)-[:COLLABORATES_WITH]-(n:Organisation)
    RETURN n, null AS stage
  }
  RETURN n, min(CASE stage WHEN 'planned' THEN 1 ELSE 0 END) AS planned
}
WITH a, n, planned
WHERE n.id <> a.id
WITH a, n, planned
ORDER BY a.id, n.id
WITH a, collect({n: n, planned: planned}) AS known
WITH a, known, [each IN known WHERE each.planned = 0 AND each.n.sector = $other | each.n.id] AS tied
UNWIND known AS each
WITH each.n AS b, a.id AS one, each.planned AS planned, tied
ORDER BY b.id, one
WITH b, collect({one: one, planned: planned, tied: tied}) AS ones
CALL (b) {
  CALL (b) {
    MATCH (b)-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]->(g)
          <-[:MEMBER_OF|SIGNED|PARTICIPATES_IN]-(c:Organisation)
    WHERE c.sector = $other AND NOT EXISTS { (g)<-[:ASKED_IN]-() }
    RETURN c, g.stage AS stage
    UNION
    MATCH (b)-[:MEMBER_OF]->(c:Organisation)
    WHERE c.sector = $other
    RETURN c, c.stage AS stage
    UNION
    MATCH (b)<-[:MEMBER_OF]-(c:Organisation)
    WHERE c.sector = $other
    RETURN c, b.stage AS stage
    UNION
    MATCH (b)-[:COLLABORATES_WITH]-(c:Organisation)
    WHERE c.sector = $other
    RETURN c, null AS stage
  }
  RETURN c, min(CASE stage WHEN 'planned' THEN 1 ELSE 0 END) AS planned
}
WITH b, ones, c, planned
WHERE c.id <> b.id
WITH b, [each IN ones WHERE each.one <> c.id AND NOT c.id IN each.tied |
         CASE planned WHEN 1 THEN 1 ELSE each.planned END] AS met
WITH b, sum(size(met)) AS pairs, sum(size([each IN met WHERE each = 1])) AS planned
WHERE pairs > 0
RETURN b.id AS organisation, b.name AS name, b.sector AS sector,
       CASE WHEN $one = $other THEN pairs / 2 ELSE pairs END AS pairs,
       CASE WHEN $one = $other THEN planned / 2 ELSE planned END AS planned
ORDER BY pairs - planned DESC, pairs DESC, organisation
