import type { Knex } from 'knex';

/** Every grade that a certificate was ever issued for: the register offers them, without counting through all certificates. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('certificate_grades', (table) => {
    table.text('grade_id').primary();
    table.text('label').notNullable();
  });
  const rows: { grade_id: string; label: string }[] = await knex('certificates')
    .groupBy('grade_id')
    .select('grade_id')
    .max({ label: 'grade_label' });
  if (rows.length > 0) await knex('certificate_grades').insert(rows);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('certificate_grades');
}
