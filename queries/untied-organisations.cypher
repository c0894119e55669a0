// Which organisations are tied to no other?
//
// Organisations that share no cluster, declaration, collaboration or direct tie with another one.
// What is only planned does not yet tie anybody, nor does a survey that asked both. Faculties and
// offices count separately here.
//
// parameter kind: string, default ""; a kind of organisation, or empty for all
//
// column organisation: the id
// column name: its name
// column kind: its kind
// column stage: "planned" if something planned is to tie it to another one
//
// example: kind="Company"

MATCH (o:Organisation)
WHERE ($kind = '' OR $kind IN labels(o))
  AND NOT EXISTS { MATCH (o)-[:COLLABORATES_WITH]-(p:Organisation) WHERE p.id <> o.id }
  AND NOT EXISTS {
    MATCH (o)-[:MEMBER_OF]->(p:Organisation)
    WHERE p.id <> o.id AND coalesce(p.stage, '') <> 'planned'
  }
  AND NOT EXISTS {
    MATCH (o)<-[:MEMBER_OF]-(p:Organisation)
    WHERE p.id <> o.id AND coalesce(o.stage, '') <> 'planned'
  }
  AND NOT EXISTS {
    MATCH (o)-[:SIGNED|PARTICIPATES_IN]->(g)<-[:SIGNED|PARTICIPATES_IN]-(p)
    WHERE p.id <> o.id AND coalesce(g.stage, '') <> 'planned'
      AND NOT EXISTS { (g)<-[:ASKED_IN]-() }
  }
RETURN o.id AS organisation, o.name AS name,
       head([each IN labels(o) WHERE each <> 'Organisation']) AS kind,
       CASE WHEN EXISTS { MATCH (o)-[:MEMBER_OF]-(p:Organisation) WHERE p.id <> o.id }
              OR EXISTS {
                MATCH (o)-[:SIGNED|PARTICIPATES_IN]->(g)<-[:SIGNED|PARTICIPATES_IN]-(p)
                WHERE p.id <> o.id AND NOT EXISTS { (g)<-[:ASKED_IN]-() }
              }
            THEN 'planned' END AS stage
ORDER BY organisation
