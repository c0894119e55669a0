// What does a source state?
//
// Every fact that cites the source, with the place in it: what you lose if the source is wrong.
//
// parameter source: string, required; the id of the source
//
// column relation: the relationship type
// column starts_at: the id of the node where the fact starts
// column ends_at: the id of the node where it ends
// column role: the role, or the kind of a tie
// column status: stated, inferred or disputed
// column locators: where in each of its sources, in the same order
// column sources: all sources that state it
// column stage: the stage of the node where it ends
//
// example: source="kom-projekt"

MATCH (a)-[r]->(b)
WHERE $source IN coalesce(r.sourceIds, [])
RETURN type(r) AS relation, a.id AS starts_at, b.id AS ends_at, coalesce(r.role, r.kind) AS role,
       r.status AS status, r.locators AS locators, r.sourceIds AS sources, b.stage AS stage
ORDER BY relation, starts_at, ends_at, r.id
