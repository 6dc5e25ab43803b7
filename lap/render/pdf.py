"""A PDF from a document's Typst source: tagged, for everybody (PDF/UA-1), made without a browser."""

from lap.failure import CannotRun


def pdf(source: str) -> bytes:
    """The PDF set from a source. Raises CannotRun where the setter is not installed, or a template is wrong."""
    try:
        import typst
    except ImportError:
        raise CannotRun("no-typst") from None
    try:
        made = typst.compile(source.encode(), format="pdf", pdf_standards="ua-1")
    except (typst.TypstError, RuntimeError) as error:
        raise CannotRun("bad-typst", what=str(error).splitlines()[0] if str(error) else "") from None
    assert isinstance(made, bytes)
    return made
