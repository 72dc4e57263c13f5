/** Whether an element can be seen in the box that scrolls it. */
export function isInView(element: Element, box: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  const around = box.getBoundingClientRect()
  return top >= around.top && bottom <= around.bottom
}
