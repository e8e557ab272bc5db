"""kwaliteit: van spreadsheets naar een kwaliteitsverslag dat iedereen kan lezen."""

__version__ = "0.4.0"
