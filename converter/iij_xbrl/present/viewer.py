"""The inline report in the Arelle inline viewer: a page that needs no network, with its script beside it or inside."""

from __future__ import annotations

from pathlib import Path

from iij_xbrl.errors import InputError, ResourceError
from iij_xbrl.validate.arelle import validate_instance
from iij_xbrl.write.files import publish
from iij_xbrl.write.scratch import scratch

SCRIPT = "ixbrlviewer.js"
_REFERENCE = f'<script src="{SCRIPT}" type="text/javascript"></script>'.encode()
# The script looks for a configuration beside itself, unless its address is that of a file. Inside a page it has none.
_OWN_ADDRESS, _NO_ADDRESS = b"document.currentScript.src", b'"file:///"'


def save_viewer(inline: Path, folder: Path, package: Path | None, *, single_file: bool = False) -> Path:
    """Write the viewer of an inline report into a folder, as `<name>.viewer.html`, and return where it is.

    Args:
        inline: an inline report, or a report package that holds one.
        folder: where to write; it is made where it is missing.
        package: the taxonomy package that resolves the schemaRef; a report package brings its own.
        single_file: put the viewer's script into the page; otherwise `ixbrlviewer.js` stands beside it.

    Raises:
        InputError: there is no such file, or it holds no inline report.
        ResourceError: `package` is no taxonomy package, or the viewer is not installed.
        OutputError: the folder cannot be written; nothing was written.
    """
    name = f"{inline.stem}.viewer.html"
    with scratch() as temporary:
        page = temporary / name
        validate_instance(inline, package, calculations=False, viewer=page)
        if not page.is_file():
            raise InputError(f"{inline}: no inline report that a viewer can show; name an .xhtml or .xbri file")
        publish(folder, viewer_files(page, single_file=single_file))
    return folder / name


def viewer_files(page: Path, *, single_file: bool) -> dict[str, bytes]:
    """The files of a viewer that validation has written to `page`: the page and its script, or one page with both.

    Raises:
        ResourceError: the installed viewer is not built as expected, and cannot be put into one file.
    """
    markup, script = page.read_bytes(), page.with_name(SCRIPT).read_bytes()
    if not single_file:
        return {page.name: markup, SCRIPT: script}
    if markup.count(_REFERENCE) != 1 or script.count(_OWN_ADDRESS) != 1 or b"</script" in script:
        raise ResourceError("this version of ixbrl-viewer cannot be put into one file; leave --single-file out")
    embedded = b'<script type="text/javascript">' + script.replace(_OWN_ADDRESS, _NO_ADDRESS) + b"</script>"
    return {page.name: markup.replace(_REFERENCE, embedded)}
