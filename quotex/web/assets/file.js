// Text files: opened, or dropped.

// The text of a file in UTF-8 or, as old archives have it, in windows-1251. Throws where it is no text.
export async function opened(file) {
  const bytes = await file.arrayBuffer();
  const text = decoded(bytes);
  if (text.includes("\0")) throw new Error("no text");
  return text;
}

function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

// Calls `take` with a file that is dropped onto the element.
export function receive(element, take) {
  const over = (shown) => (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    element.classList.toggle("over", shown);
  };
  element.addEventListener("dragover", over(true));
  element.addEventListener("dragleave", over(false));
  element.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
  });
}
