import { type Gathering, type Mapping, push, readItems, take, valueOfItem, within } from './gather-frame.ts';

/** The settings of certification, its deadlines, papers, checklists and the bands of person-days. `sampling.initial` stands in `sampling`. */
export function gatherCertification(gathering: Gathering, value: Mapping): void {
  const { places, own } = gathering;
  for (const line of readItems('certification', gathering)) {
    const field = valueOfItem(line, own);
    if (!field) continue;
    const row = { ...line.row, place: field.place };
    const certification = within(gathering, value, 'certification', row);
    const [key = '', inner] = line.item.split('.');
    if (inner === undefined) places.put(certification, key, field.value, field.place);
    else places.put(within(gathering, certification, key, row), inner, field.value, field.place);
  }
  gatherLists(gathering, value);
}

function gatherLists(gathering: Gathering, value: Mapping): void {
  const { tables, own } = gathering;
  for (const row of tables.deadlines) {
    const fields = { id: 'id', [`title@${own}`]: 'title', within: 'within', [`after@${own}`]: 'after' };
    push(gathering, within(gathering, value, 'certification', row), 'deadlines', take(gathering, {}, row, fields), row);
  }
  for (const list of ['documents', 'checks'] as const) {
    const common = { id: 'id', [`title@${own}`]: 'title', required: 'required' };
    const fields = { ...common, ...(list === 'documents' ? { kind: 'kind' } : { stage: 'stage' }) };
    for (const row of tables[list])
      push(gathering, within(gathering, value, 'certification', row), list, take(gathering, {}, row, fields), row);
  }
  for (const row of tables.person_days) {
    const personDays = within(gathering, within(gathering, value, 'certification', row), 'person_days', row);
    push(gathering, personDays, 'bands', take(gathering, {}, row, { headcount: 'headcount', days: 'days' }), row);
  }
}
