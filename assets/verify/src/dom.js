// The few steps on the document that the page needs. Texts become text nodes: nothing of a receipt is ever markup.

export const byId = (id) => document.getElementById(id);

export function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** Node.replaceChildren, which browsers of 2020 lack. */
export function fillWith(node, ...children) {
  node.textContent = '';
  node.append(...children);
}

/** Rows of a <dl>: [[name, value]]. */
export function rows(pairs) {
  return pairs.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)));
}
