/** What waits to be saved is sent before the ratings are submitted, since they cannot be changed afterwards. */
export function attach(form) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await document.querySelector('form.rating')?.flush?.();
    form.submit();
  });
}
