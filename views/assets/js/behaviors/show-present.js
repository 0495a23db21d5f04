/** In a row that is pushed sideways on a narrow screen the present place is brought into sight. */
export function attach(row) {
  const present = row.querySelector('[aria-current]');
  if (present) row.scrollLeft = present.offsetLeft - (row.clientWidth - present.offsetWidth) / 2;
}
