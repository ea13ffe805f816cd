"""Extract: from readings of sentences to happenings, casualties and acts."""
