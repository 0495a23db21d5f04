/**
 * Attaches behaviors/<name>.js to every element with data-behavior="<name>". A page without scripts works; behaviours
 * make it quicker.
 */
const version = new URL('.', import.meta.url);

/** Attaches all behaviours inside `root`, each element once. Pages that exchange a part of themselves call it again. */
export async function attachBehaviors(root = document) {
  const elements = [...root.querySelectorAll('[data-behavior]:not([data-attached])')];
  await Promise.all(
    elements.flatMap((element) => {
      element.dataset.attached = '';
      return element.dataset.behavior.split(' ').map(async (name) => {
        const { attach } = await import(new URL(`behaviors/${name}.js`, version).href);
        attach(element);
      });
    }),
  );
}

await attachBehaviors();
