"""How Django's forms look here: one template for every field, with its error and hint beside it."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Renders fields with naast/field.html; widgets carry the class `input` by themselves where they need it."""

    form_template_name = "naast/form.html"
    field_template_name = "naast/field.html"
