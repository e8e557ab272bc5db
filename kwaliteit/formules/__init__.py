"""De formules van de rekenregels: getallen erin, getallen eruit. Kent geen begrippen van ons en raakt niets van buiten.

Elke formule noemt haar hoofdstuk in de rekenregels. Wie wil narekenen, doet dat met `kwaliteit reken`.
"""
