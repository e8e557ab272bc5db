"""Van een blad met cellen naar kolommen met betekenis: waar de kop staat, welke tool, welke vraag."""
