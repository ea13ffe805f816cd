"""Built artefacts, each with its card."""
