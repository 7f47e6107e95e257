"""What an editor is told of their questions before learners see them: errors, which keep a page from being
published, and warnings, which do not."""
