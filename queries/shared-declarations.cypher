// Who has signed the most declarations together with an organisation?
//
// Its fellow signatories, those with the most declarations in common first.
//
// parameter organisation: string, required; an id, name or alias
// parameter most: int, default 20; how many at most
//
// column organisation: the id of the fellow signatory
// column name: its name
// column shared: how many declarations both signed
// column declarations: the ids of these declarations
// column stages: their stages, in the same order; a planned one is not yet a tie
//
// example: organisation="bpnt" most="5"

MATCH (o:Organisation)-[:SIGNED]->(d:Declaration)<-[:SIGNED]-(p:Organisation)
WHERE (o.id = $organisation OR o.name = $organisation
       OR $organisation IN coalesce(o.aliases, []))
  AND p.id <> o.id
WITH DISTINCT p, d.id AS declaration, coalesce(d.stage, '') AS stage
ORDER BY p.id, declaration
WITH p, collect(declaration) AS declarations, collect(stage) AS stages
RETURN p.id AS organisation, p.name AS name, size(declarations) AS shared, declarations,
       stages
ORDER BY shared DESC, organisation
LIMIT $most
