"""Van kolommen met betekenis naar Antwoorden: codes, wie telt mee, en wat daarbij opvalt."""
