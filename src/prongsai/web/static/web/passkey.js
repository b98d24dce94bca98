// Passkeys: asks the browser for one, writes what it answers into the form, sends it. Nothing else.
// A button that needs it is shown only where the browser knows passkeys.
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const known = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }));

const make = async (asked) => {
  const selection = { ...asked.authenticatorSelection, residentKey: "required", requireResidentKey: true };
  const options = {
    ...asked,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: known(asked.excludeCredentials),
    authenticatorSelection: selection,
  };
  const made = await navigator.credentials.create({ publicKey: options });
  return written(made, { attestationObject: text(made.response.attestationObject) });
};

const show = async (asked) => {
  const options = { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) };
  const shown = await navigator.credentials.get({ publicKey: options });
  const { authenticatorData, signature, userHandle } = shown.response;
  return written(shown, {
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    userHandle: userHandle && text(userHandle),
  });
};

const written = (key, answer) => ({
  id: key.id,
  rawId: text(key.rawId),
  type: key.type,
  authenticatorAttachment: key.authenticatorAttachment,
  clientExtensionResults: key.getClientExtensionResults(),
  response: { clientDataJSON: text(key.response.clientDataJSON), ...answer },
});

const asked = async (form) => {
  const inPage = document.getElementById("passkey-asked");
  if (inPage) return JSON.parse(inPage.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !window.PublicKeyCredential;
  form.addEventListener("submit", async (event) => {
    const field = form.elements.credential;
    if (field.value && field.value !== "null") return;
    event.preventDefault();
    const failed = form.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    try {
      const { creation_options: toMake, request_options: toShow } = await asked(form);
      field.value = JSON.stringify(await (toMake ? make(toMake.publicKey) : show(toShow.publicKey)));
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
