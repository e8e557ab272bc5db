"""Woorden: hoe koppen en antwoorden geschreven worden. Kent geen blad, geen tool en geen vragenlijst."""
