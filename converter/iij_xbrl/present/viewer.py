"""The inline report in the Arelle inline viewer: a page that needs no network, with its script beside it or inside."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from iij_xbrl.errors import InputError, ResourceError
from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.present.report_input import harmless
from iij_xbrl.present.viewer_findings import Told, findings_beside
from iij_xbrl.scratch import scratch
from iij_xbrl.validate.apart import load_apart
from iij_xbrl.write.files import publish

SCRIPT = "ixbrlviewer.js"
_REFERENCE = f'<script src="{SCRIPT}" type="text/javascript"></script>'.encode()
# The script looks for a configuration beside itself, unless its address is that of a file. Inside a page it has none.
_OWN_ADDRESS, _NO_ADDRESS = b"document.currentScript.src", b'"file:///"'


# What the page may do: run its own script and show what it holds. What a report brings, it may not load or send.
_POLICY = (
    b"default-src 'none'; script-src 'self' file: 'unsafe-inline'; style-src 'self' file: 'unsafe-inline'; "
    b"img-src 'self' file: data: blob:; font-src data:; frame-src 'self' file: blob: data:; base-uri 'none'; "
    b"form-action 'none'"
)
_WARNS, _WARNS_NOT = b"showValidationWarningOnStart:!0", b"showValidationWarningOnStart:!1"
_DATA = b'<script type="application/x.ixbrl-viewer+json">{'
_HEAD = re.compile(rb"<head(?:\s[^>]*)?>")
_NOT_LOADED = frozenset({"IOerror", "FileNotLoadable", "xmlSchema:syntax", "xbrl:unresolvedSchemaRef"})


def save_viewer(
    inline: Path, folder: Path, package: Path | None, *, single_file: bool = False, limits: Limits = LIMITS
) -> Path:
    """Write the viewer of an inline report into a folder, as `<name>.viewer.html`, and return where it is.

    It lists the findings that `convert` has written beside the report.

    Args:
        inline: an inline report, or a report package that holds one.
        folder: where to write; it is made where it is missing.
        package: the taxonomy package that resolves the schemaRef; a report package brings its own.
        single_file: put the viewer's script into the page; otherwise `ixbrlviewer.js` stands beside it.
        limits: how large the report may be.

    Raises:
        InputError: there is no such file, or it holds no inline report, is beyond the limits, or its taxonomy did not
            load; or the file of findings beside it is none.
        ResourceError: `package` is no taxonomy package, or the viewer is not installed.
        OutputError: the folder cannot be written; nothing was written.
    """
    name = f"{inline.stem}.viewer.html"
    with scratch() as temporary:
        page, report = temporary / name, temporary / inline.name
        report.write_bytes(harmless(inline, limits))
        findings = findings_beside(inline, limits)
        said = load_apart(inline, report, package, page, limits)
        lost = next((message for message in said.messages if message.code in _NOT_LOADED), None)
        if lost is not None:
            told = " ".join(lost.text.replace(str(report), str(inline)).split())
            raise InputError(f"{inline}: what it refers to did not load ({told}); --taxonomy names its taxonomy")
        if not page.is_file() or not said.facts:
            raise InputError(f"{inline}: no inline report that a viewer can show; name an .xhtml or .xbri file")
        publish(folder, viewer_files(page, single_file=single_file, findings=findings))
    return folder / name


def viewer_files(page: Path, *, single_file: bool, findings: Sequence[Told] = ()) -> dict[str, bytes]:
    """The files of a viewer that validation has written to `page`: the page and its script, or one page with both.

    The viewer lists `findings`, with their places, behind the warning sign above the page.

    Raises:
        ResourceError: the installed viewer is not built as expected, and cannot be put into one file.
    """
    markup, script = _with_policy(page.read_bytes()), page.with_name(SCRIPT).read_bytes()
    if findings:
        markup, script = _with_findings(markup, script, findings)
    if not single_file:
        return {page.name: markup, SCRIPT: script}
    if markup.count(_REFERENCE) != 1 or script.count(_OWN_ADDRESS) != 1 or b"</script" in script:
        raise ResourceError("this version of ixbrl-viewer cannot be put into one file; leave --single-file out")
    embedded = b'<script type="text/javascript">' + script.replace(_OWN_ADDRESS, _NO_ADDRESS) + b"</script>"
    return {page.name: markup.replace(_REFERENCE, embedded)}


def _with_findings(markup: bytes, script: bytes, findings: Sequence[Told]) -> tuple[bytes, bytes]:
    """The page with findings where the viewer looks for messages of a validation, and the script without its warning.

    It would warn, when it starts, of a report that other software cannot open: findings are about the release.
    """
    told = [
        {"sev": item.severity.upper(), "code": item.code, "msg": f"{item.message} ({item.places})"} for item in findings
    ]
    # As the viewer writes its own data, no character of which can end the script that holds it.
    escaped = re.sub("[<>&]", lambda match: f"\\u{ord(match.group()):04x}", json.dumps(told))
    if markup.count(_DATA) != 1 or script.count(_WARNS) != 1:
        raise ResourceError("this version of ixbrl-viewer takes no findings; `iij-xbrl check` shows them")
    listed = markup.replace(_DATA, _DATA + f'"validation": {escaped},'.encode())
    return listed, script.replace(_WARNS, _WARNS_NOT)


def _with_policy(markup: bytes) -> bytes:
    """The page with its content security policy, which holds from the first element on."""
    policy = b'<meta http-equiv="Content-Security-Policy" content="' + _POLICY + b'"/>'
    markup, count = _HEAD.subn(lambda match: match.group() + policy, markup, count=1)
    if not count:
        raise ResourceError("the viewer's page has no head to put its content security policy into; is this a report?")
    return markup
