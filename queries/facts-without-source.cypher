// Which facts have no source?
//
// Relationships that cite no source: what you cannot defend yet.
//
// parameter relation: string, default ""; a relationship type such as MEMBER_OF, or empty for all
//
// column relation: the relationship type
// column fact: the id of the fact
// column starts_at: the id of the node where it starts
// column ends_at: the id of the node where it ends
// column datasets: which data sets state it
// column stage: the stage of the node where it ends
//
// example: relation="LOCATED_IN"

MATCH (a)-[r]->(b)
WHERE ($relation = '' OR type(r) = $relation) AND size(coalesce(r.sourceIds, [])) = 0
RETURN type(r) AS relation, r.id AS fact, a.id AS starts_at, b.id AS ends_at,
       r.datasets AS datasets, b.stage AS stage
ORDER BY relation, fact
