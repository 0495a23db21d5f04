/**
 * Attaches behaviors/<name>.js to every element with data-behavior="<name>" below `root`, each element once. Pages that
 * exchange a part of themselves call it again. A page without scripts works; behaviours make it quicker.
 */
export async function attachBehaviors(root = document) {
  const elements = [...root.querySelectorAll('[data-behavior]:not([data-attached])')];
  await Promise.all(
    elements.flatMap((element) => {
      element.dataset.attached = '';
      return element.dataset.behavior.split(' ').map(async (name) => {
        const { attach } = await import(new URL(`behaviors/${name}.js`, import.meta.url).href);
        attach(element);
      });
    }),
  );
}
