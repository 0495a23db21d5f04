/** Several notes as one, each once, in the order given; what stands in another already is not said twice. */
export function joinNotes(...notes: readonly string[]): string {
  const kept: string[] = [];
  for (const note of notes.map((one) => one.trim())) {
    if (note !== '' && !kept.some((known) => known.includes(note))) kept.push(note);
  }
  return kept.join('\n\n');
}
