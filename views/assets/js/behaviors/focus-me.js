/** Moves the focus to what the person must read first, such as the summary of what is wrong with a form. */
export function attach(element) {
  element.focus();
}
