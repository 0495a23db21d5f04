/** Two variants with two profiles, conditions and parts, all in order. */
export const variantCriteria = `format: 1
id: sample
version: 1.0.0
language: en
title: Sample
variants:
  - {id: maker, title: Maker, about: Makes goods}
  - {id: seller, title: Seller}
profiles:
  - {id: full, title: Full audit, kinds: [initial, surveillance]}
  - {id: short, title: Short self-check, kinds: [self]}
parts:
  - {id: test, title: Service test, weight: 30, clauses: [calls], method: [mystery-shopper], minimum_rate: 0.5}
  - {id: audit, title: Management audit, weight: 70, clauses: [system]}
clauses:
  - {id: calls, title: Calls, points: 20, rate_by: met, only_in: [full]}
  - id: system
    title: System
    points: 10
    points_in: {seller+short: 6}
    aggregate: sum
    clauses:
      - {id: rules, title: Rules, points: 4, points_in: {seller: 6}, rate_by: points, step: 0.5}
      - {id: factory, title: Factory, points: 6, rate_by: met, only_in: [maker]}
      - {id: shops, title: Shops, points: 4, rate_by: met, only_in: [seller, full]}
grades:
  - {id: pass, label: Pass, from: 70, requires: [{part: test, rate_at_least: 0.6, only_in: [full]}]}
gates:
  - {id: safe, title: Unsafe factory, only_in: [maker], requires: [{must_pass: [factory]}]}
  - {id: shop, title: Bad shops, requires: [{clause: shops, rate_at_least: 0.5, only_in: [seller, full]}], cap_at: pass}
`;
