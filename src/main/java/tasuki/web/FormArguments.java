package tasuki.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the typed form to controllers that name one, and shows it again as {@code form}. */
@Configuration(proxyBeanMethods = false)
class FormArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  private final MessageSource messages;

  FormArguments(MessageSource messages) {
    this.messages = messages;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Form.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    request
        .getParameterMap()
        .forEach((name, all) -> values.put(name, new ArrayList<>(List.of(all))));
    String[] rooms = parameter.getContainingClass().getPackageName().split("\\.");
    Form form = new Form(values, messages, rooms[rooms.length - 1], rooms[1]);
    if (container != null) {
      container.addAttribute("form", form);
    }
    return form;
  }
}
