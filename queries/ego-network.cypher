// Who is an organisation tied to, and through what?
//
// Its direct neighbours: fellow members, its groups and its own members, fellow signatories and
// participants, and direct ties. One row per neighbour and what they share. A survey that asked
// both ties nobody.
//
// parameter organisation: string, required; an id, name or alias
//
// column neighbour: the id of the neighbour
// column name: its name
// column layer: membership, declaration, collaboration or tie
// column through: the id of the group, declaration or collaboration; empty for a direct tie
// column stage: its stage; a planned one is not yet a tie
//
// example: organisation="cpiir"

MATCH (o:Organisation)
WHERE o.id = $organisation OR o.name = $organisation OR $organisation IN coalesce(o.aliases, [])
CALL (o) {
  MATCH (o)-[:MEMBER_OF]->(g:Organisation)<-[:MEMBER_OF]-(p:Organisation)
  RETURN p, 'membership' AS layer, g.id AS through, g.stage AS stage
  UNION
  MATCH (o)-[:MEMBER_OF]->(p:Organisation)
  RETURN p, 'membership' AS layer, p.id AS through, p.stage AS stage
  UNION
  MATCH (o)<-[:MEMBER_OF]-(p:Organisation)
  RETURN p, 'membership' AS layer, o.id AS through, o.stage AS stage
  UNION
  MATCH (o)-[:SIGNED]->(g:Declaration)<-[:SIGNED]-(p:Organisation)
  RETURN p, 'declaration' AS layer, g.id AS through, g.stage AS stage
  UNION
  MATCH (o)-[:PARTICIPATES_IN]->(g:Collaboration)<-[:PARTICIPATES_IN]-(p:Organisation)
  WHERE NOT EXISTS { (g)<-[:ASKED_IN]-() }
  RETURN p, 'collaboration' AS layer, g.id AS through, g.stage AS stage
  UNION
  MATCH (o)-[:COLLABORATES_WITH]-(p:Organisation)
  RETURN p, 'tie' AS layer, null AS through, null AS stage
}
WITH DISTINCT o, p, layer, through, stage
WHERE p.id <> o.id
RETURN p.id AS neighbour, p.name AS name, layer, through, stage
ORDER BY neighbour, layer, coalesce(through, '')
