// Which organisations are tied to no other?
//
// Organisations that share no cluster, declaration, collaboration or direct tie with another one.
// Faculties and offices count separately here, and what is only planned counts as shared.
//
// parameter kind: string, default ""; a kind of organisation, or empty for all
//
// column organisation: the id
// column name: its name
// column kind: its kind
//
// example: kind="Company"

MATCH (o:Organisation)
WHERE ($kind = '' OR $kind IN labels(o))
  AND NOT EXISTS {
    MATCH (o)-[:MEMBER_OF|COLLABORATES_WITH]-(p:Organisation) WHERE p.id <> o.id
  }
  AND NOT EXISTS {
    MATCH (o)-[:SIGNED|PARTICIPATES_IN]->()<-[:SIGNED|PARTICIPATES_IN]-(p) WHERE p.id <> o.id
  }
RETURN o.id AS organisation, o.name AS name,
       head([each IN labels(o) WHERE each <> 'Organisation']) AS kind
ORDER BY organisation
