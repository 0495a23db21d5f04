import type { Knex } from 'knex';

/**
 * Evidence taken over from a self-assessment points to what it was taken from, as other evidence taken over does. Its note
 * began with a sentence that said so in one language; the sentence goes, what people wrote stays.
 */
export async function up(knex: Knex): Promise<void> {
  const rows: { id: string; note: string; origin_id: string; number: string; reference: string }[] = await knex(
    'evidence_origins as links',
  )
    .join('evidence', 'evidence.id', 'links.evidence_id')
    .join('assessments', 'assessments.id', 'links.origin_assessment_id')
    .join('evidence as origins', function joinOrigins() {
      this.on('origins.assessment_id', 'links.origin_assessment_id').andOn(
        knex.raw("'E' || origins.place = links.origin_reference"),
      );
    })
    .select(
      'evidence.id',
      'evidence.note',
      'origins.id as origin_id',
      'assessments.number',
      'links.origin_reference as reference',
    );
  for (const { id, note, origin_id, number, reference } of rows)
    await knex('evidence')
      .where({ id })
      .update({ origin_id, note: withoutSentence(note, sentence(number, reference)) });
}

/** The sentence goes back to the notes; one that somebody removed by hand meanwhile comes back too. */
export async function down(knex: Knex): Promise<void> {
  const rows: { id: string; note: string; number: string; reference: string }[] = await knex('evidence_origins as links')
    .join('evidence', 'evidence.id', 'links.evidence_id')
    .join('assessments', 'assessments.id', 'links.origin_assessment_id')
    .select('evidence.id', 'evidence.note', 'assessments.number', 'links.origin_reference as reference');
  for (const { id, note, number, reference } of rows)
    await knex('evidence')
      .where({ id })
      .update({ origin_id: null, note: [sentence(number, reference), note].filter(Boolean).join('\n') });
}

function sentence(number: string, reference: string): string {
  return `来自企业自评 ${number} 的 ${reference}。`;
}

function withoutSentence(note: string, start: string): string {
  return note.startsWith(start) ? note.slice(start.length).replace(/^\n/, '') : note;
}
