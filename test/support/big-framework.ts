/** A framework as CISO Assistant has them: 6,000 nodes nine levels deep, some 1,800 of them rated, nearly 4 MB. */
export function bigFramework(): string {
  const text = '售后服务应当可追溯并保持记录。'.repeat(14);
  const lines = Array.from({ length: 6000 }, (_, index) => {
    const depth = (index % 9) + 1;
    const parent = depth > 1 ? `, parent_urn: "n:${index - 1}"` : '';
    const rated =
      depth === 9 || (depth === 8 && index % 3 === 0) || (depth === 5 && index % 2 === 0) || (depth === 7 && index % 9 === 6);
    return `      - {urn: "n:${index}", assessable: ${rated}, depth: ${depth}${parent}, description: "${index} ${text}"}`;
  });
  return `locale: zh\nobjects:\n  framework:\n    name: 大\n    requirement_nodes:\n${lines.join('\n')}\n`;
}
